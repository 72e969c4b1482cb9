// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.validation.ObjectProducts;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.KeyCheck;
import io.rutter.yaml.internal.node.NodeLocator;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.RootObject.TypedList;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads and validates one object by itself. */
final class ObjectReader {
  private final int mostProducts;
  private final Validation validation;

  /**
   * Reads objects.
   *
   * @param mostProducts what one may multiply to
   * @param validation what is checked of it
   */
  ObjectReader(int mostProducts, Validation validation) {
    this.mostProducts = mostProducts;
    this.validation = validation;
  }

  /**
   * The object.
   *
   * @param document the document that it is in
   * @param isTaken whether there is an object of that name, so that this one is refused
   * @param sink takes what is wrong with it
   */
  ReadObject read(
      TextDocument document, RootObject object, Predicate<ConfigKey> isTaken, ProblemSink sink) {
    NodeProblems problems = newProblems(document, sink);
    ObjectNode in = ObjectNode.root(object.node(), FieldNames.EXACT, problems);
    Optional<String> apiVersion = typeOf(object, in, "apiVersion", TypedList::apiVersion);
    Optional<String> kindName = typeOf(object, in, "kind", TypedList::kind);
    Optional<Kind<?>> kind =
        apiVersion.flatMap(version -> kindName.flatMap(name -> Kinds.of(version, name)));
    if (kind.isPresent()) {
      return readKind(kind.get(), document, object.node(), isTaken, problems);
    }
    ObjectIdentity.of(object).name().ifPresent(problems::name);
    if (apiVersion.filter(ObjectReader::isText).isPresent()
        && kindName.filter(ObjectReader::isText).isPresent()) {
      return readOtherKind(apiVersion.get(), kindName.get(), object.node(), problems);
    }
    KeyCheck.check(object.node(), problems);
    if (isMissing(in, "kind", kindName)) {
      in.reportMissing("kind", "the kind of the object, for example VirtualService");
    }
    if (isMissing(in, "apiVersion", apiVersion)) {
      in.reportMissing("apiVersion", "the version of the kind, for example networking.istio.io/v1");
    }
    return ReadObject.without(
        Optional.of(
            InactiveObjectReader.ofNoKind(
                apiVersion.orElse(""), kindName.orElse(""), object.node())),
        Optional.empty());
  }

  private static NodeProblems newProblems(TextDocument document, ProblemSink sink) {
    return new NodeProblems(document.file(), document.firstLine(), sink);
  }

  /** What the object says of its type, or the list whose item it is. */
  private static Optional<String> typeOf(
      RootObject object, ObjectNode in, String key, Function<TypedList, String> ofList) {
    return in.has(key) ? in.stringValue(key) : object.list().map(ofList);
  }

  private static boolean isText(String value) {
    return !value.isEmpty();
  }

  /** Whether its absence is to be reported; that it is no string has been. */
  private static boolean isMissing(ObjectNode in, String key, Optional<String> value) {
    return value.isPresent() ? value.get().isEmpty() : !in.has(key);
  }

  private static ReadObject readOtherKind(
      String apiVersion, String kind, MappingNode node, NodeProblems problems) {
    Optional<Problem> said =
        OtherKinds.describe(apiVersion, kind)
            .map(problem -> problem.toBuilder().object(problems.object()).build());
    Optional<InactiveObject> inactive =
        said.filter(problem -> problem.severity() == Severity.ERROR).isPresent()
            ? Optional.of(InactiveObjectReader.ofNoKind(apiVersion, kind, node))
            : InactiveObjectReader.ofOtherKind(apiVersion, kind, node);
    boolean isOthers = said.filter(problem -> problem.severity() == Severity.NOTE).isPresent();
    KeyCheck.check(node, isOthers ? problems.ofOutermostKeys() : problems);
    said.ifPresent(
        problem -> problems.report(problem, new NodeLocator().find(node, problem.path())));
    return ReadObject.without(
        inactive,
        OtherKinds.isSecret(apiVersion, kind) ? Optional.of(secretOf(node)) : Optional.empty());
  }

  private <T> ReadObject readKind(
      Kind<T> kind,
      TextDocument document,
      MappingNode node,
      Predicate<ConfigKey> isTaken,
      NodeProblems problems) {
    List<Problem> ofMetadata = new ArrayList<>();
    ObjectMeta metadata = readMetadata(kind.scope(), node, newProblems(document, ofMetadata::add));
    ConfigKey key = ConfigKey.of(kind.name(), metadata);
    problems.name(key);
    Optional<Node> template = Templates.find(document, node);
    if (template.isPresent()) {
      problems.error(ProblemCode.MALFORMED_YAML, "", template.get(), Templates.message());
      return ReadObject.refused(
          key, InactiveObjectReader.refused(kind, key, node), ImmutableSet.of());
    }
    KeyCheck.check(node, problems);
    ImmutableSet<ProblemCode> suppressed = SuppressedCodes.read(metadata, node, problems);
    ofMetadata.forEach(problem -> problems.report(problem.toBuilder().object(key).build(), null));
    ObjectNode in = ObjectNode.root(node, FieldNames.EXACT, problems);
    in.accept("apiVersion", "kind", "metadata", "status");
    T value = kind.reader().apply(metadata, in);
    in.finish();
    boolean isDuplicate =
        !problems.hasErrors() && kind.scope() != Kind.Scope.MESH && isTaken.test(key);
    if (isDuplicate) {
      reportDuplicate(node, problems);
    } else {
      validate(kind, key, value, node, problems);
    }
    checkEndpoints(kind.endpoints().applyAsLong(value), node, problems);
    return problems.hasErrors()
        ? ReadObject.refused(key, InactiveObjectReader.refused(kind, key, node), suppressed)
        : ReadObject.of(key, new ReadObject.Value<>(kind, value), suppressed);
  }

  private <T> void validate(
      Kind<T> kind, ConfigKey key, T value, MappingNode node, NodeProblems problems) {
    NodeLocator locator = new NodeLocator();
    for (Problem problem : validation.check(kind.rules().andThen(problems::ofValidation), value)) {
      problems.report(problem.toBuilder().object(key).build(), locator.place(node, problem.path()));
    }
  }

  private void checkEndpoints(long endpoints, MappingNode node, NodeProblems problems) {
    long most = (long) mostProducts * ObjectProducts.ENDPOINTS_OF_ONE;
    if (endpoints > most) {
      problems.error(
          ProblemCode.LIMIT_EXCEEDED,
          "endpoints",
          new NodeLocator().find(node, "endpoints"),
          "multiplies to "
              + endpoints
              + " endpoints (expected: at most "
              + most
              + "; split the object, or raise the bound)");
    }
  }

  /** The name is all that is read of a Secret. */
  private static ConfigKey secretOf(MappingNode node) {
    NodeProblems unreported = new NodeProblems("", 1, problem -> {});
    return ConfigKey.of("Secret", readMetadata(Kind.Scope.NAMESPACE, node, unreported));
  }

  private static ObjectMeta readMetadata(
      Kind.Scope scope, MappingNode node, NodeProblems problems) {
    return ObjectNode.root(node, FieldNames.EXACT, problems)
        .requiredObject("metadata", scope::readMetadata);
  }

  private static void reportDuplicate(MappingNode node, NodeProblems problems) {
    problems.error(
        ProblemCode.DUPLICATE_OBJECT,
        "metadata.name",
        new NodeLocator().find(node, "metadata.name"),
        "also defined before, which counts (expected: one object of a name)");
  }
}
