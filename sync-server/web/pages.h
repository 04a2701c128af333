// SPDX-License-Identifier: Apache-2.0
#pragma once

// The coordinators' dashboard: static files, embedded at build time from web/static.

#include "http/router.h"

namespace peil::server::web {

/// One route for each file; "/" is index.html.
void addPages(http::Router& router);

} // namespace peil::server::web
