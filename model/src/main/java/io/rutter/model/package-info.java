// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The abstract model of a service mesh: values that several kinds of object share, and the {@link
 * io.rutter.model.MeshSnapshot} that holds them all.
 */
@NullMarked
@CheckReturnValue
package io.rutter.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
