// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What holds for the whole code base: directions, habits, documents. */
@NullMarked
package io.rutter.architecture;

import org.jspecify.annotations.NullMarked;
