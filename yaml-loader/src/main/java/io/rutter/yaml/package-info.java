// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Reads a mesh from YAML: Istio's kinds, those of Kubernetes, and Rutter's own. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
