// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Holds validation against documents with mistakes in them, and against istiod's. */
@NullMarked
package io.rutter.testdata.validation;

import org.jspecify.annotations.NullMarked;
