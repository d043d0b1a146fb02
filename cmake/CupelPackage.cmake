# What the Debian package holds, and the package itself: cpack -G DEB in a build folder, or
# ./dev package.
include(GNUInstallDirs)

# The manual page and the completions are made by the program from its own list of commands.
set(pages "${PROJECT_BINARY_DIR}/packaging")
function(cupel_page file)
  add_custom_command(OUTPUT "${pages}/${file}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${pages}"
    COMMAND cupel ${ARGN} > "${pages}/${file}"
    DEPENDS cupel VERBATIM)
endfunction()
cupel_page(cupel.1 manual)
cupel_page(cupel.bash completion bash)
cupel_page(_cupel completion zsh)
cupel_page(cupel.fish completion fish)
# Debian wants manual pages and changelogs compressed, the same bytes each time.
function(cupel_compressed from)
  cmake_path(GET from FILENAME name)
  add_custom_command(OUTPUT "${pages}/${name}.gz"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${pages}"
    COMMAND gzip --best --no-name --stdout "${from}" > "${pages}/${name}.gz"
    DEPENDS "${from}" VERBATIM)
endfunction()
cupel_compressed("${pages}/cupel.1")
cupel_compressed("${PROJECT_SOURCE_DIR}/packaging/changelog")
cupel_compressed("${PROJECT_SOURCE_DIR}/packaging/desktop/cupel-desktop.1")
add_custom_target(package_pages ALL
  DEPENDS "${pages}/cupel.1.gz" "${pages}/cupel-desktop.1.gz" "${pages}/changelog.gz"
    "${pages}/cupel.bash" "${pages}/_cupel" "${pages}/cupel.fish")

# Two packages: the batch program, which needs no Qt, and the window, where it is built.
install(TARGETS cupel RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT batch)
install(FILES "${pages}/cupel.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT batch)
install(FILES "${pages}/cupel.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
  RENAME cupel COMPONENT batch)
install(FILES "${pages}/_cupel" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT batch)
install(FILES "${pages}/cupel.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT batch)
install(FILES README.md CHANGELOG.md packaging/copyright "${pages}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT batch)
install(FILES resources/sample/loans.csv resources/sample/roles.json resources/sample/README.md
  resources/sample/croissant.json resources/sample/LICENSE resources/sample/DEFECTS.md
  DESTINATION "${CMAKE_INSTALL_DOCDIR}/sample" COMPONENT batch)
set(CPACK_COMPONENTS_ALL batch)

if(CUPEL_DESKTOP)
  set(app org.cupel.Cupel)
  install(TARGETS cupel-desktop RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT desktop)
  install(TARGETS cupel-print RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/cupel" COMPONENT desktop)
  install(FILES packaging/desktop/${app}.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT desktop)
  install(FILES packaging/desktop/${app}.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT desktop)
  install(FILES packaging/desktop/${app}.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" COMPONENT desktop)
  install(FILES resources/icons/${app}.svg
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT desktop)
  install(FILES resources/icons/${app}-48.png RENAME ${app}.png
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/48x48/apps" COMPONENT desktop)
  install(FILES "${pages}/cupel-desktop.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT desktop)
  install(FILES packaging/copyright "${pages}/changelog.gz"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/cupel-desktop" COMPONENT desktop)
  list(APPEND CPACK_COMPONENTS_ALL desktop)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_NAME cupel)
set(CPACK_DEBIAN_BATCH_PACKAGE_NAME cupel)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME cupel-desktop)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "Cupel maintainers <maintainers@cupel.example>")
# The first line of each is its synopsis.
set(CPACK_COMPONENT_BATCH_DESCRIPTION "audit machine-learning datasets
Reads a table once, counts exactly, and reports rare classes, differences
between groups, licences and claims of the documents beside it, duplicate rows
and conflicting labels, for people and for CI.")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "audit machine-learning datasets in a window
Shows what matters about a dataset as pages and charts, leads from each finding
to its rows, and keeps what was found in a catalog. Needs no network. Draws
PDFs for the batch program, too.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_BATCH_PACKAGE_SUGGESTS "cupel-desktop")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "cupel, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
