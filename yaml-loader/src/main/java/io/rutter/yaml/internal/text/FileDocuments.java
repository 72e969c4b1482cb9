// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The documents of a file.
 *
 * @param folder the folder in which the file was found; empty: the caller named the file itself, so
 *     that everything in it must be what it is read as
 * @param documents the documents
 */
public record FileDocuments(Optional<String> folder, ImmutableList<TextDocument> documents) {}
