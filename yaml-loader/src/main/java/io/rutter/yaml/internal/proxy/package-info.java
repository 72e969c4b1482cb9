// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Reader of the Proxy document. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
