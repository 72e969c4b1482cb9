// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** From files and streams to the texts of single YAML documents. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
