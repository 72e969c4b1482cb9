// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A redirect.
 *
 * @param status 301, 302, 303, 307 or 308
 * @param location the whole location header
 */
public record RedirectAnswer(int status, String location) {}
