#pragma once
#include <curl/curl.h>
#include <stdbool.h>

/// Loads the library once for the process. False when it cannot be loaded: then none of its functions may be called.
bool kundreg_curl_load(void);

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one typed wrapper for each kind of argument.
CURLcode kundreg_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode kundreg_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode kundreg_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
CURLcode kundreg_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode kundreg_curl_set_data_function(
    CURL *handle, CURLoption option, size_t (*function)(char *, size_t, size_t, void *));
CURLcode kundreg_curl_set_prereq_function(CURL *handle, int (*function)(void *, char *, char *, int, int));
CURLcode kundreg_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode kundreg_curl_get_socket(CURL *handle, curl_socket_t *value);

// The handle is constant in newer headers and not in older ones.
CURLUcode kundreg_curl_url_get(CURLU *url, CURLUPart part, char **content, unsigned int flags);
