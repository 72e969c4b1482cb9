// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** AuthorizationPolicies and RequestAuthentications as Envoy's filters. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.authorization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
