// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Hosts and namespaces: how names are completed, compared, imported and exported. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.host;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
