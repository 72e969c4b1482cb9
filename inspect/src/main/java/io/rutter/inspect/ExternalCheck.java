// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service that Envoy asks whether the call is allowed.
 *
 * @param cluster the cluster of the service
 * @param rules the rules for which it is asked; empty if it is asked for every call
 * @param answer what it answers, if the call says so
 * @param deniedStatus the status that Envoy answers with if it denies, unless it names another;
 *     absent: the connection is closed
 */
public record ExternalCheck(
    String cluster,
    ImmutableList<AccessRule> rules,
    Optional<ExtAuthzAnswer> answer,
    OptionalInt deniedStatus) {}
