// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The example of README.md, compiled and run. */
@NullMarked
package io.rutter.readme;

import org.jspecify.annotations.NullMarked;
