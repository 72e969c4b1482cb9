// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.GraphText;
import io.rutter.inspect.graph.MeshGraph;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where the nodes and edges of a graph are, from left to right. ELK's seed is fixed, so that the
 * same graph has the same places.
 *
 * @param root the graph as ELK has laid it out
 * @param nodes its nodes by their ids
 * @param edges its edges, as in the graph
 */
record GraphLayout(
    ElkNode root, ImmutableMap<String, ElkNode> nodes, ImmutableList<ElkEdge> edges) {
  static final double LABEL_SIZE = 10;
  static final double LABEL_HEIGHT = 13;
  private static final double BETWEEN_NODES = 18;
  private static final double BETWEEN_LAYERS = 36;
  private static final double BETWEEN_EDGES = 10;
  private static final double WIDE_SCREEN = 1.6;

  static GraphLayout of(MeshGraph graph) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    set(root);
    ImmutableMap.Builder<String, ElkNode> nodes = ImmutableMap.builder();
    for (GraphNode node : graph.nodes()) {
      Box box = Box.of(node);
      ElkNode placed = ElkGraphUtil.createNode(root);
      placed.setDimensions(box.width(), box.height());
      nodes.put(node.id(), placed);
    }
    ImmutableMap<String, ElkNode> known = nodes.buildOrThrow();
    ImmutableList.Builder<ElkEdge> edges = ImmutableList.builder();
    for (GraphEdge edge : graph.edges()) {
      edges.add(edge(edge, known));
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return new GraphLayout(root, known, edges.build());
  }

  private static ElkEdge edge(GraphEdge edge, ImmutableMap<String, ElkNode> nodes) {
    ElkEdge placed =
        ElkGraphUtil.createSimpleEdge(
            requireNonNull(nodes.get(edge.from())), requireNonNull(nodes.get(edge.to())));
    ImmutableList<String> lines = GraphText.lines(edge.lines());
    if (!lines.isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", lines), placed);
      label.setDimensions(
          lines.stream().mapToDouble(line -> TextWidth.of(line, LABEL_SIZE)).max().orElse(0) + 6,
          lines.size() * LABEL_HEIGHT + 2);
    }
    return placed;
  }

  private static void set(ElkNode root) {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.ASPECT_RATIO, WIDE_SCREEN);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(12));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    root.setProperty(CoreOptions.SPACING_EDGE_EDGE, BETWEEN_EDGES);
    root.setProperty(CoreOptions.SPACING_EDGE_NODE, BETWEEN_EDGES);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_EDGES);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_EDGES);
    root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
  }
}
