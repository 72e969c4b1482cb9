// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.SourceLocation;
import java.util.Optional;

/**
 * A rule or field behind a listener, chain, virtual host, route or cluster, or a policy that took
 * part. Of resources that Rutter did not make it is the object that their metadata names below
 * {@code istio}.
 *
 * @param stage what it shaped
 * @param object the object
 * @param path the path of the rule or field in it, for example {@code spec.http[2].match[1]};
 *     empty: the object as a whole, or it is not known where in it
 * @param met whether the call met it; false for rules of policies that would have allowed another
 *     call
 * @param location its position in the input, if the simulator was given positions
 */
public record Origin(
    Stage stage, ConfigKey object, String path, boolean met, Optional<SourceLocation> location) {}
