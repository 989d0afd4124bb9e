#include "CLibCurl.h"

#include <pthread.h>

#include "CLazyLibrary.h"

// The header makes macros of these, which check the types of arguments; here they are functions that are looked up.
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define FUNCTIONS(DO)                                                                                                \
  DO(curl_global_init) DO(curl_easy_init) DO(curl_easy_cleanup) DO(curl_easy_reset) DO(curl_easy_perform)            \
  DO(curl_easy_strerror) DO(curl_easy_setopt) DO(curl_easy_getinfo) DO(curl_slist_append)                            \
  DO(curl_slist_free_all) DO(curl_url) DO(curl_url_cleanup) DO(curl_url_set) DO(curl_url_get) DO(curl_free)          \
  DO(curl_easy_send) DO(curl_easy_recv)

KUNDREG_DOOR(FUNCTIONS, kundreg_curl_load, "KUNDREG_LIBCURL", "libcurl.so.4")

CURLcode curl_global_init(long flags) { return real_curl_global_init(flags); }
CURL *curl_easy_init(void) { return real_curl_easy_init(); }
void curl_easy_cleanup(CURL *handle) { real_curl_easy_cleanup(handle); }
void curl_easy_reset(CURL *handle) { real_curl_easy_reset(handle); }
CURLcode curl_easy_perform(CURL *handle) { return real_curl_easy_perform(handle); }
CURLcode curl_easy_send(CURL *handle, const void *bytes, size_t count, size_t *sent) {
  return real_curl_easy_send(handle, bytes, count, sent);
}
CURLcode curl_easy_recv(CURL *handle, void *bytes, size_t count, size_t *received) {
  return real_curl_easy_recv(handle, bytes, count, received);
}
const char *curl_easy_strerror(CURLcode code) { return real_curl_easy_strerror(code); }

CURLcode kundreg_curl_set_long(CURL *handle, CURLoption option, long value) {
  return real_curl_easy_setopt(handle, option, value);
}
CURLcode kundreg_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return real_curl_easy_setopt(handle, option, value);
}
CURLcode kundreg_curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return real_curl_easy_setopt(handle, option, value);
}
CURLcode kundreg_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return real_curl_easy_setopt(handle, option, value);
}
CURLcode kundreg_curl_set_data_function(
    CURL *handle, CURLoption option, size_t (*function)(char *, size_t, size_t, void *)) {
  return real_curl_easy_setopt(handle, option, function);
}
CURLcode kundreg_curl_set_prereq_function(CURL *handle, int (*function)(void *, char *, char *, int, int)) {
  return real_curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, function);
}
CURLcode kundreg_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return real_curl_easy_getinfo(handle, info, value);
}
CURLcode kundreg_curl_get_socket(CURL *handle, curl_socket_t *value) {
  return real_curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}

struct curl_slist *curl_slist_append(struct curl_slist *list, const char *line) {
  return real_curl_slist_append(list, line);
}
void curl_slist_free_all(struct curl_slist *list) { real_curl_slist_free_all(list); }

CURLU *curl_url(void) { return real_curl_url(); }
void curl_url_cleanup(CURLU *url) { real_curl_url_cleanup(url); }
CURLUcode curl_url_set(CURLU *url, CURLUPart part, const char *content, unsigned int flags) {
  return real_curl_url_set(url, part, content, flags);
}
CURLUcode kundreg_curl_url_get(CURLU *url, CURLUPart part, char **content, unsigned int flags) {
  return real_curl_url_get(url, part, content, flags);
}
void curl_free(void *pointer) { real_curl_free(pointer); }
