// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** From the nodes of a document to objects of the model. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
