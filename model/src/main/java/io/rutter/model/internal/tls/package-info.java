// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Names of TLS that Envoy takes. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
