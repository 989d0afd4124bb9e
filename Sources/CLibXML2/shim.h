/* libxml2's headers pull in the system's ICU, whose names clash with Foundation's own copy in one compilation. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
