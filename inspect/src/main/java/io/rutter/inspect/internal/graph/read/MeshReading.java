// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;

/**
 * What all viewpoints of a mesh see.
 *
 * @param views the viewpoints
 * @param hosts the hosts with their rules, by viewpoint
 * @param services the services
 * @param known the services of the mesh
 * @param notes what was not looked at
 */
public record MeshReading(
    ImmutableList<Viewpoint> views,
    ImmutableList<SeenHost> hosts,
    SeenServices services,
    KnownServices known,
    ImmutableList<String> notes) {}
