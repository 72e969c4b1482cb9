// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What the pages show is compiled, run and read. */
@NullMarked
package io.rutter.docs;

import org.jspecify.annotations.NullMarked;
