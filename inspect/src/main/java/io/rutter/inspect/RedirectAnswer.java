// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * An answer that sends the client elsewhere.
 *
 * @param status 301, 302, 303, 307 or 308
 * @param location the whole location header
 */
public record RedirectAnswer(int status, String location) {}
