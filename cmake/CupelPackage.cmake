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
add_custom_target(package_pages ALL
  DEPENDS "${pages}/cupel.1" "${pages}/cupel.bash" "${pages}/_cupel" "${pages}/cupel.fish")

install(TARGETS cupel RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${pages}/cupel.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${pages}/cupel.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
  RENAME cupel)
install(FILES "${pages}/_cupel" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${pages}/cupel.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES README.md CHANGELOG.md packaging/copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES resources/sample/loans.csv resources/sample/roles.json resources/sample/README.md
  resources/sample/croissant.json resources/sample/LICENSE resources/sample/DEFECTS.md
  DESTINATION "${CMAKE_INSTALL_DOCDIR}/sample")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cupel)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "Cupel maintainers <maintainers@cupel.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "audit machine-learning datasets")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Reads a table once, counts exactly, and reports rare classes, differences\nbetween groups, licences and claims of the documents beside it, duplicate rows\nand conflicting labels, for people and for CI.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
