// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What a real Envoy says of the resources. */
@NullMarked
package io.rutter.testdata.envoy;

import org.jspecify.annotations.NullMarked;
