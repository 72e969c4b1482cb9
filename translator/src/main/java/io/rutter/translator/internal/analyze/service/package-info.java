// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Findings about ports and protocols of services and workloads. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
