// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Objects that come and go one by one make the mesh that they make when read all at once. */
@NullMarked
package io.rutter.testdata.store;

import org.jspecify.annotations.NullMarked;
