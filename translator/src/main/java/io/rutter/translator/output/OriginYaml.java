// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.protobuf.Message;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.PartOrigin;
import io.rutter.translator.internal.output.YamlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a resource as {@link ProtoYaml} does, with what each part is made from as a comment: at
 * the end of the line of a field, above an element of a list, and at the top for the resource as a
 * whole.
 */
public final class OriginYaml {
  private final ImmutableListMultimap<String, PartOrigin> origins;
  private final SourceMap sources;

  private OriginYaml(ImmutableListMultimap<String, PartOrigin> origins, SourceMap sources) {
    this.origins = origins;
    this.sources = sources;
  }

  /**
   * The resource as YAML, with a newline at the end.
   *
   * @param origins what {@link io.rutter.translator.XdsResources#originsOf} says of it
   * @param sources positions of the objects; what has none is named without
   */
  public static String print(Message resource, List<PartOrigin> origins, SourceMap sources) {
    OriginYaml yaml = new OriginYaml(Multimaps.index(origins, PartOrigin::part), sources);
    return yaml.comment("").map(whole -> "# " + whole + "\n").orElse("")
        + YamlWriter.fromJson(
            ProtoJson.print(resource),
            0,
            path -> path.isEmpty() ? Optional.empty() : yaml.comment(path));
  }

  private Optional<String> comment(String part) {
    return origins.get(part).isEmpty()
        ? Optional.empty()
        : Optional.of(origins.get(part).stream().map(this::text).collect(Collectors.joining("; ")));
  }

  private String text(PartOrigin origin) {
    return VisibleText.of(
        origin.value()
            + sources.locate(origin.object(), origin.path()).map(at -> " (" + at + ")").orElse(""));
  }
}
