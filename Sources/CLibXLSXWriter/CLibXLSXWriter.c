#include "CLibXLSXWriter.h"

#include <pthread.h>

#include "CLazyLibrary.h"

#define FUNCTIONS(DO)                                                                                                \
  DO(workbook_new_opt) DO(workbook_add_worksheet) DO(workbook_add_format) DO(workbook_close)                         \
  DO(lxw_workbook_free) DO(lxw_strerror) DO(worksheet_autofilter) DO(worksheet_data_validation_range)                \
  DO(worksheet_freeze_panes) DO(worksheet_hide) DO(worksheet_ignore_errors) DO(worksheet_set_column)                 \
  DO(worksheet_write_blank) DO(worksheet_write_comment) DO(worksheet_write_string) DO(format_set_align)              \
  DO(format_set_bg_color) DO(format_set_bold) DO(format_set_num_format) DO(format_set_pattern)                       \
  DO(format_set_text_wrap)

KUNDREG_DOOR(FUNCTIONS, kundreg_xlsxwriter_load, "KUNDREG_LIBXLSXWRITER", "libxlsxwriter.so." LXW_SOVERSION)

lxw_workbook *workbook_new_opt(const char *path, lxw_workbook_options *options) {
  return real_workbook_new_opt(path, options);
}
lxw_worksheet *workbook_add_worksheet(lxw_workbook *workbook, const char *name) {
  return real_workbook_add_worksheet(workbook, name);
}
lxw_format *workbook_add_format(lxw_workbook *workbook) { return real_workbook_add_format(workbook); }
lxw_error workbook_close(lxw_workbook *workbook) { return real_workbook_close(workbook); }
void lxw_workbook_free(lxw_workbook *workbook) { real_lxw_workbook_free(workbook); }
char *lxw_strerror(lxw_error error) { return real_lxw_strerror(error); }

lxw_error worksheet_autofilter(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column) {
  return real_worksheet_autofilter(sheet, first_row, first_column, last_row, last_column);
}
lxw_error worksheet_data_validation_range(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
    lxw_data_validation *validation) {
  return real_worksheet_data_validation_range(sheet, first_row, first_column, last_row, last_column, validation);
}
void worksheet_freeze_panes(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column) {
  real_worksheet_freeze_panes(sheet, row, column);
}
void worksheet_hide(lxw_worksheet *sheet) { real_worksheet_hide(sheet); }
lxw_error worksheet_ignore_errors(lxw_worksheet *sheet, uint8_t type, const char *range) {
  return real_worksheet_ignore_errors(sheet, type, range);
}
lxw_error worksheet_set_column(
    lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format) {
  return real_worksheet_set_column(sheet, first, last, width, format);
}
lxw_error worksheet_write_blank(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_format *format) {
  return real_worksheet_write_blank(sheet, row, column, format);
}
lxw_error worksheet_write_comment(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text) {
  return real_worksheet_write_comment(sheet, row, column, text);
}
lxw_error worksheet_write_string(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format) {
  return real_worksheet_write_string(sheet, row, column, text, format);
}

void format_set_align(lxw_format *format, uint8_t alignment) { real_format_set_align(format, alignment); }
void format_set_bg_color(lxw_format *format, lxw_color_t colour) { real_format_set_bg_color(format, colour); }
void format_set_bold(lxw_format *format) { real_format_set_bold(format); }
void format_set_num_format(lxw_format *format, const char *number_format) {
  real_format_set_num_format(format, number_format);
}
void format_set_pattern(lxw_format *format, uint8_t pattern) { real_format_set_pattern(format, pattern); }
void format_set_text_wrap(lxw_format *format) { real_format_set_text_wrap(format); }
