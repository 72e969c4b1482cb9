// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

/**
 * What the proxy answers itself.
 *
 * @param text for example {@code answers 404}
 * @param elsewhere the authority that a redirect leads to, if it names one; else empty
 */
public record SeenAnswer(String text, String elsewhere) {}
