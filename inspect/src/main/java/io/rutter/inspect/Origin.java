// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.SourceLocation;
import java.util.Optional;

/**
 * A configuration object behind a listener, virtual host, route or cluster: what the resource's
 * metadata names below {@code istio}.
 *
 * @param stage what it shaped
 * @param object the object
 * @param location its position in the input, if the simulator was given positions
 */
public record Origin(Stage stage, ConfigKey object, Optional<SourceLocation> location) {}
