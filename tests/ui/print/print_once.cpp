#include <QGuiApplication>
#include <QHashSeed>
#include <cstdio>
#include <random>

#include "tests/ui/print/sheets.h"
#include "ui/print/pdf.h"

/// Writes a page of everything as a PDF to standard output; 1: it could not be made.
int main(int argc, char** argv)
{
    using namespace cupel::ui;
    QHashSeed::setDeterministicGlobalSeed();
    const QGuiApplication application(argc, argv);
    std::mt19937 random(3);
    const auto pdf = pdfOf(test::randomPage(random, 40), test::everything(), {});
    if (!pdf) {
        std::fputs(pdf.error().message.c_str(), stderr);
        return 1;
    }
    std::fwrite(pdf->data(), 1, pdf->size(), stdout);
    return 0;
}
