// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** What analysis finds, held against what the translation does. */
@NullMarked
package io.rutter.testdata.analysis;

import org.jspecify.annotations.NullMarked;
