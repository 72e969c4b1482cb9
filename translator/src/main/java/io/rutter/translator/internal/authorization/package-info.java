// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** AuthorizationPolicies as Envoy's RBAC filters. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.authorization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
