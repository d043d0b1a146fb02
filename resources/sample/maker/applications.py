"""The loan applications before anything is damaged: who applies, for what, what the bank says."""

import datetime

from .random_stream import WHOLE, Stream

COUNT = 4_899
COLUMNS = ["application_id", "customer_ref", "applied_on", "split", "age", "sex", "ethnicity",
           "region", "employment", "residence_years", "income", "amount", "purpose",
           "credit_history", "currency", "weight", "approved", "predicted", "score", "note"]

FIRST_DAY = datetime.date(2023, 1, 2)
DAYS = 728
VALIDATION_FROM = datetime.date(2024, 6, 1)
TEST_FROM = datetime.date(2024, 9, 1)

AGE = [(0, 18), (1000, 23), (2500, 29), (5000, 39), (7500, 51), (9000, 62), (9700, 70),
       (WHOLE, 85)]
SEX = {"Female": 36, "Male": 64}
ETHNICITY = {"Arven": 55, "Lorish": 21, "Tessan": 15, "Ostari": 9}
REGION = {"Capital": 36, "East": 27, "North": 22, "Sørvik": 15}
REGION_WEIGHT = {"Capital": 72, "East": 104, "North": 118, "Sørvik": 131}
EMPLOYMENT_YOUNG = {"student": 35, "employed": 36, "part-time": 19, "unemployed": 10}
EMPLOYMENT = {"employed": 66, "self-employed": 13, "part-time": 14, "unemployed": 7}
EMPLOYMENT_OLD = {"retired": 84, "employed": 10, "self-employed": 6}
RESIDENCE_YEARS = [(0, 0), (3000, 2), (6000, 7), (8500, 17), (WHOLE, 41)]
INCOME = [(0, 9_000), (1000, 15_000), (2500, 22_000), (5000, 31_000), (7500, 44_000),
          (9000, 62_000), (9700, 90_000), (WHOLE, 180_000)]
INCOME_PERCENT = {"employed": 100, "self-employed": 112, "part-time": 58, "student": 34,
                  "unemployed": 41, "retired": 66}
AMOUNT = [(0, 1_000), (2500, 4_000), (5000, 8_000), (7500, 14_000), (9000, 24_000),
          (WHOLE, 60_000)]
PURPOSE = {"car": 30, "home": 20, "furniture": 16, "business": 11, "refinancing": 10,
           "education": 8, "other": 5}
AMOUNT_PERCENT = {"home": 160, "business": 140, "furniture": 55}
CREDIT_HISTORY = {"good": 55, "average": 22, "none": 12, "late": 8, "default": 3}
NOTE = {
    "Online form": 42,
    "By phone": 20,
    "Branch visit": 16,
    "Asked twice, by phone and by mail": 6,
    "Wants to pay early, if allowed": 5,
    'Says "as soon as possible"': 4,
    'Calls it "the last repair", third request': 2,
    "Partner signs too\nCall back after five": 3,
    "Moved in May, old address on file\nNew papers follow": 2,
}

MERIT = 6_300
CREDIT_MERIT = {"good": 500, "average": 0, "none": -400, "late": -1_300, "default": -2_600}
EMPLOYMENT_MERIT = {"employed": 200, "self-employed": 0, "part-time": -300, "student": -500,
                    "unemployed": -1_400, "retired": 100}


def applications(planted):
    """All applications, by date; the defects in `planted` bear on approval and score."""
    streams = {column: Stream(column) for column in COLUMNS}
    return [_application(number, streams, planted) for number in range(COUNT)]


def _application(number, streams, planted):
    row = {"application_id": f"L{number + 1:05d}",
           "customer_ref": _reference(streams["customer_ref"]),
           "currency": "EUR"}
    day = FIRST_DAY + datetime.timedelta(days=number * DAYS // COUNT)
    row["applied_on"] = day.isoformat()
    row["split"] = ("train" if day < VALIDATION_FROM
                    else "validation" if day < TEST_FROM else "test")
    _describe_applicant(row, streams)
    _describe_loan(row, streams)
    _decide(row, streams, planted)
    return row


def _reference(stream):
    letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "C" + "".join(letters[stream.below(len(letters))] for _ in range(6))


def _describe_applicant(row, streams):
    age = row["age"] = streams["age"].between(AGE)
    row["sex"] = streams["sex"].pick(SEX)
    row["ethnicity"] = streams["ethnicity"].pick(ETHNICITY)
    row["region"] = streams["region"].pick(REGION)
    jobs = EMPLOYMENT_YOUNG if age < 24 else EMPLOYMENT if age < 66 else EMPLOYMENT_OLD
    row["employment"] = streams["employment"].pick(jobs)
    row["residence_years"] = min(age, streams["residence_years"].between(RESIDENCE_YEARS))
    income = streams["income"].between(INCOME) * INCOME_PERCENT[row["employment"]]
    row["income"] = income // 10_000 * 100
    hundredths = REGION_WEIGHT[row["region"]] + streams["weight"].noise(24)
    row["weight"] = f"{hundredths // 100}.{hundredths % 100:02d}"


def _describe_loan(row, streams):
    row["purpose"] = streams["purpose"].pick(PURPOSE)
    amount = streams["amount"].between(AMOUNT) * AMOUNT_PERCENT.get(row["purpose"], 100)
    row["amount"] = max(1_000, amount // 50_000 * 500)
    row["credit_history"] = streams["credit_history"].pick(CREDIT_HISTORY)
    row["note"] = streams["note"].pick(NOTE)


def _decide(row, streams, planted):
    merit = (MERIT + CREDIT_MERIT[row["credit_history"]] + EMPLOYMENT_MERIT[row["employment"]]
             + (300 if row["amount"] * 4 < row["income"] else 0)
             - (800 if row["amount"] > row["income"] else 0))
    woman = row["sex"] == "Female"
    chance = merit
    if woman and "approval-gap-sex" in planted:
        chance -= 1_400
    if woman and row["ethnicity"] == "Lorish" and "approval-gap-intersection" in planted:
        chance -= 2_300
    if row["split"] == "test" and "split-shift" in planted:
        chance -= 1_700
    approved = streams["approved"].happens(chance)
    row["approved"] = "yes" if approved else "no"

    overlooked = approved and woman and "false-negative-gap" in planted
    centre = 5_500 if overlooked else 6_700 if approved else 3_300
    score = centre + (merit - MERIT) // 8 + streams["score"].noise(3_900)
    score = min(max(score, 1), WHOLE - 1)
    row["score"] = f"0.{score:04d}"
    row["predicted"] = "yes" if 2 * score >= WHOLE else "no"
