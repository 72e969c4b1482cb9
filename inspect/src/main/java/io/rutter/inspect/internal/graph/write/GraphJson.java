// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.model.problem.VisibleText;
import java.util.List;
import java.util.Locale;

/** A graph as JSON, with all lines in full; a change that is SAME is left out. */
public final class GraphJson {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private GraphJson() {}

  /** The JSON, with a line end. */
  public static String of(MeshGraph graph) {
    JsonObject json = new JsonObject();
    JsonArray nodes = new JsonArray();
    graph.nodes().forEach(node -> nodes.add(node(node)));
    json.add("nodes", nodes);
    JsonArray edges = new JsonArray();
    graph.edges().forEach(edge -> edges.add(edge(edge)));
    json.add("edges", edges);
    JsonArray notes = new JsonArray();
    graph.notes().forEach(notes::add);
    json.add("notes", notes);
    return VisibleText.inJson(JSON.toJson(json)) + "\n";
  }

  private static JsonElement node(GraphNode node) {
    JsonObject json = new JsonObject();
    json.addProperty("id", node.id());
    json.addProperty("kind", name(node.kind()));
    json.addProperty("name", node.name());
    if (!node.namespace().isEmpty()) {
      json.addProperty("namespace", node.namespace());
    }
    rest(json, node.change(), node.lines());
    return json;
  }

  private static JsonElement edge(GraphEdge edge) {
    JsonObject json = new JsonObject();
    json.addProperty("from", edge.from());
    json.addProperty("to", edge.to());
    json.addProperty("kind", name(edge.kind()));
    rest(json, edge.change(), edge.lines());
    return json;
  }

  private static void rest(JsonObject json, GraphChange change, List<GraphLine> lines) {
    change(json, change);
    JsonArray array = new JsonArray();
    for (GraphLine line : lines) {
      JsonObject object = new JsonObject();
      object.addProperty("text", line.text());
      line.object().ifPresent(key -> object.addProperty("object", key.toString()));
      change(object, line.change());
      array.add(object);
    }
    json.add("lines", array);
  }

  private static void change(JsonObject json, GraphChange change) {
    if (change != GraphChange.SAME) {
      json.addProperty("change", name(change));
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
