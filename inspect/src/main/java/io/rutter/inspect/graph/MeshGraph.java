// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.internal.graph.DrawnGraphs;
import io.rutter.inspect.internal.graph.DrawnGraphs.Parts;
import io.rutter.inspect.internal.graph.GraphComparison;
import io.rutter.inspect.internal.graph.Narrowing;
import io.rutter.translator.CompiledMesh;
import java.util.Set;

/**
 * Who calls whom as configured: a picture of a mesh, of the rules of one host, or of what differs
 * between two. It is drawn from what proxies are given, so that visibility, merged rules, delegates
 * and the selection of gateways are as Rutter resolves them: from each gateway, and from each group
 * of sidecars that differ in what they see. Where the mesh names no proxy for a Gateway or a
 * namespace, one is made up with the labels that selectors ask for.
 *
 * <p>{@link GraphOutput} writes it. The same mesh gives the same graph, in the same order.
 *
 * @param nodes the nodes
 * @param edges the edges; each leads from one of the nodes to one of them
 * @param notes what was left out, one sentence each
 */
public record MeshGraph(
    ImmutableList<GraphNode> nodes, ImmutableList<GraphEdge> edges, ImmutableList<String> notes) {
  /** Checks that nothing is null. */
  public MeshGraph {
    requireNonNull(nodes, "nodes");
    requireNonNull(edges, "edges");
    requireNonNull(notes, "notes");
  }

  /** The picture of a mesh: gateways, hosts, services, subsets and rules between them. */
  public static MeshGraph of(CompiledMesh mesh) {
    return of(DrawnGraphs.mesh(mesh));
  }

  /**
   * The rules of one host as a tree, in the order in which they are tried, with all that they do.
   *
   * @param host a host in full, or its first labels: {@code reviews} stands for {@code
   *     reviews.shop.svc.cluster.local} too. Without a host of that name the graph has no nodes
   */
  public static MeshGraph ofHost(CompiledMesh mesh, String host) {
    return of(DrawnGraphs.host(mesh, host));
  }

  /** The hosts that {@link #ofHost} knows, sorted. */
  public static ImmutableList<String> hosts(CompiledMesh mesh) {
    return DrawnGraphs.hosts(mesh);
  }

  /** Before and after in one picture; {@link GraphChange} says how each part differs. */
  public static MeshGraph changes(MeshGraph before, MeshGraph after) {
    return new MeshGraph(
        GraphComparison.nodes(before.nodes, after.nodes),
        GraphComparison.edges(before.edges, after.edges),
        ImmutableSet.<String>builder().addAll(before.notes).addAll(after.notes).build().asList());
  }

  /** Before and after in one picture, of whole meshes. */
  public static MeshGraph changes(CompiledMesh before, CompiledMesh after) {
    return changes(of(before), of(after));
  }

  /** Only what is in these namespaces, with what it leads to and is led to from. */
  public MeshGraph inNamespaces(Set<String> namespaces) {
    return of(Narrowing.toNamespaces(parts(), namespaces));
  }

  /** Only what changed, with what it leads to and is led to from. */
  public MeshGraph onlyChanges() {
    return of(Narrowing.toChanges(parts()));
  }

  /** Services that no rule concerns counted by namespace, in place of a node for each. */
  public MeshGraph withoutLonely() {
    return of(Narrowing.withoutLonely(parts()));
  }

  /**
   * At most so many nodes: those that changed, then those with the most edges.
   *
   * @param most at least 1
   */
  public MeshGraph atMost(int most) {
    return of(Narrowing.atMost(parts(), most));
  }

  private Parts parts() {
    return new Parts(nodes, edges, notes);
  }

  private static MeshGraph of(Parts parts) {
    return new MeshGraph(parts.nodes(), parts.edges(), parts.notes());
  }
}
