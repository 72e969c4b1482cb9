// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

/**
 * The text of one YAML document.
 *
 * @param file the file as the caller named it
 * @param firstLine the line of the file that the text starts with, counted from 1
 * @param text the text, which may start with {@code ---}
 */
public record TextDocument(String file, int firstLine, String text) {}
