// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Istio's own translation as a program, where it is at hand. */
@NullMarked
package io.rutter.testdata.reference;

import org.jspecify.annotations.NullMarked;
