// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.Workload;
import io.rutter.model.validation.ObjectProducts;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.MeshCollector.Collected;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.KeyCheck;
import io.rutter.yaml.internal.node.NodeLocator;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.RootObject.TypedList;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts.FileDocuments;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads documents one after the other into one mesh. An object with an error is left out; so is the
 * second of two objects with the same name.
 */
public final class MeshReader {
  private final TreeLimits limits;
  private final int mostProducts;
  private final int mostMeshProducts;
  private final Validation validation;
  private final ProblemSink sink;
  private final MeshCollector collector = new MeshCollector();
  private final Map<ConfigKey, TextSources.Place> places = new LinkedHashMap<>();
  private final Map<ConfigKey, TextSources.Place> madePlaces = new LinkedHashMap<>();
  private final Set<String> meshWide = new HashSet<>();
  private final SuppressedCodes suppressedCodes = new SuppressedCodes();
  private long characters;

  /**
   * Reads trees within limits, and checks what it reads.
   *
   * @param mostProducts what one object may multiply to
   * @param mostMeshProducts what all may multiply to together, beside what goes with the length of
   *     the input
   */
  public MeshReader(
      TreeLimits limits,
      int mostProducts,
      int mostMeshProducts,
      Validation validation,
      ProblemSink sink) {
    this.limits = limits;
    this.mostProducts = mostProducts;
    this.mostMeshProducts = mostMeshProducts;
    this.validation = validation;
    this.sink = sink;
  }

  /** Reads the documents of a file, and returns whether it has an object. */
  public boolean read(FileDocuments file) {
    if (file.folder().isPresent()) {
      return new FolderFile(this::read, limits, sink).read(file.documents());
    }
    boolean isEmpty = true;
    for (TextDocument document : file.documents()) {
      isEmpty &= !read(document);
    }
    if (isEmpty && !file.documents().isEmpty()) {
      TextDocument first = file.documents().get(0);
      sink.report(
          Problem.warning(ProblemCode.EMPTY_INPUT)
              .location(new SourceLocation(first.file(), first.firstLine(), 1))
              .message("no object, only null (expected: an object with apiVersion and kind)")
              .build());
    }
    return true;
  }

  /** Reads a document, in which all must be objects, and returns whether there is anything. */
  private boolean read(TextDocument document) {
    List<Problem> found = new ArrayList<>();
    NodeProblems problems = newProblems(document, found::add);
    Optional<Node> root = DocumentComposer.compose(document, limits, problems);
    read(document, root, found);
    return root.isPresent() || !found.isEmpty();
  }

  /**
   * Reads a document that has been composed.
   *
   * @param found the problems of that
   */
  private void read(TextDocument document, Optional<Node> root, List<Problem> found) {
    found.forEach(problem -> sink.report(Templates.explain(problem, document)));
    if (root.isPresent()) {
      NodeProblems problems = newProblems(document, sink);
      characters += document.text().length();
      for (RootObject object :
          RootObject.in(
              root.get(), version -> !ApiGroups.isRead(ApiGroups.of(version)), problems)) {
        readObject(document, object);
      }
    }
  }

  /** The mesh of all documents so far. */
  public MeshSnapshot snapshot() {
    SourceMap written = sources();
    ProblemSink located = problem -> sink.report(problem.locatedBy(written));
    WrittenMesh mesh = collector.written();
    mesh.checkRegistry(located);
    IngressConversion.Result made = mesh.convertIngresses(located);
    made.origins().forEach((object, origin) -> addMade(object, origin, located));
    MeshSnapshot all = mesh.complete(made, validation, located);
    all.services().forEach(this::addEndpointsOf);
    all.workloads().forEach(this::addWorkload);
    ImmutableList<Problem> tooLarge =
        ObjectProducts.check(
            all, mostProducts, mostMeshProducts + characters / YamlLimits.CHARACTERS_OF_PRODUCT);
    tooLarge.forEach(located::report);
    return tooLarge.isEmpty() ? all : SmallerSnapshot.without(tooLarge, all);
  }

  /** The endpoints of a service may be of many documents, so they have its position. */
  private void addEndpointsOf(Service service) {
    addPlace(
        new ConfigKey("ServiceEndpoints", service.namespace(), service.hostname()),
        ConfigKey.of("Service", service.metadata()));
  }

  /** A workload is its Pod. */
  private void addWorkload(Workload workload) {
    addPlace(
        ConfigKey.of("Workload", workload.metadata()), ConfigKey.of("Pod", workload.metadata()));
  }

  private void addPlace(ConfigKey object, ConfigKey document) {
    suppressedCodes.alsoFor(object, document);
    TextSources.Place place = places.get(document);
    if (place != null) {
      madePlaces.put(object, place);
    }
  }

  /** An object that an Ingress makes has its position; one that is written counts before it. */
  private void addMade(ConfigKey object, ConfigKey origin, ProblemSink located) {
    TextSources.Place place = requireNonNull(places.get(origin));
    suppressedCodes.alsoFor(object, origin);
    if (places.containsKey(object)) {
      located.report(
          Problem.warning(ProblemCode.DUPLICATE_OBJECT)
              .object(origin)
              .message("would make " + object + ", which is there and counts")
              .build());
    } else {
      madePlaces.put(object, place);
    }
  }

  /** What the annotations of the objects so far say of problems. */
  public ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return suppressedCodes.all();
  }

  /** The positions of all objects so far. */
  public SourceMap sources() {
    return new TextSources(
        ImmutableMap.<ConfigKey, TextSources.Place>builder()
            .putAll(places)
            .putAll(madePlaces)
            .buildOrThrow(),
        limits);
  }

  private static NodeProblems newProblems(TextDocument document, ProblemSink sink) {
    return new NodeProblems(document.file(), document.firstLine(), sink);
  }

  private void readObject(TextDocument document, RootObject object) {
    NodeProblems problems = newProblems(document, sink);
    ObjectNode in = ObjectNode.root(object.node(), FieldNames.EXACT, problems);
    Optional<String> apiVersion = typeOf(object, in, "apiVersion", TypedList::apiVersion);
    Optional<String> kindName = typeOf(object, in, "kind", TypedList::kind);
    Optional<Collected<?>> ofKind =
        apiVersion.flatMap(version -> kindName.flatMap(name -> collector.ofKind(version, name)));
    if (ofKind.isPresent()) {
      readKind(
          ofKind.get(), new TextSources.Place(document, object.place()), object.node(), problems);
      return;
    }
    if (apiVersion.filter(MeshReader::isText).isPresent()
        && kindName.filter(MeshReader::isText).isPresent()) {
      readOtherKind(apiVersion.get(), kindName.get(), object.node(), problems);
      return;
    }
    KeyCheck.check(object.node(), problems);
    collector.addInactive(
        InactiveObjectReader.ofNoKind(apiVersion.orElse(""), kindName.orElse(""), object.node()));
    if (isMissing(in, "kind", kindName)) {
      in.reportMissing("kind", "the kind of the object, for example VirtualService");
    }
    if (isMissing(in, "apiVersion", apiVersion)) {
      in.reportMissing("apiVersion", "the version of the kind, for example networking.istio.io/v1");
    }
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

  private void readOtherKind(
      String apiVersion, String kind, MappingNode node, NodeProblems problems) {
    if (OtherKinds.isSecret(apiVersion, kind)) {
      collector.addSecret(secretOf(node));
    }
    Optional<Problem> said = OtherKinds.describe(apiVersion, kind);
    if (said.filter(problem -> problem.severity() == Severity.ERROR).isPresent()) {
      collector.addInactive(InactiveObjectReader.ofNoKind(apiVersion, kind, node));
    } else {
      InactiveObjectReader.ofOtherKind(apiVersion, kind, node).ifPresent(collector::addInactive);
    }
    boolean isOthers = said.filter(problem -> problem.severity() == Severity.NOTE).isPresent();
    KeyCheck.check(node, isOthers ? problems.ofOutermostKeys() : problems);
    said.ifPresent(
        problem -> problems.report(problem, new NodeLocator().find(node, problem.path())));
  }

  private <T> void readKind(
      Collected<T> collected, TextSources.Place place, MappingNode node, NodeProblems problems) {
    Kind<T> kind = collected.kind();
    List<Problem> ofMetadata = new ArrayList<>();
    ObjectMeta metadata =
        readMetadata(kind.scope(), node, newProblems(place.document(), ofMetadata::add));
    ConfigKey key = ConfigKey.of(kind.name(), metadata);
    problems.name(key);
    Optional<Node> template = Templates.find(place.document(), node);
    if (template.isPresent()) {
      problems.error(ProblemCode.MALFORMED_YAML, "", template.get(), Templates.message());
      collector.addInactive(InactiveObjectReader.refused(kind, key, node));
      return;
    }
    KeyCheck.check(node, problems);
    suppressedCodes.read(key, metadata, node, problems);
    ofMetadata.forEach(problem -> problems.report(problem.toBuilder().object(key).build(), null));
    ObjectNode in = ObjectNode.root(node, FieldNames.EXACT, problems);
    in.accept("apiVersion", "kind", "metadata", "status");
    T value = kind.reader().apply(metadata, in);
    in.finish();
    boolean isRead = !problems.hasErrors();
    if (isRead) {
      checkDuplicate(kind, key, node, problems);
    }
    if (!isRead || !problems.hasErrors()) {
      NodeLocator locator = new NodeLocator();
      for (Problem problem :
          validation.check(kind.rules().andThen(problems::ofValidation), value)) {
        problems.report(
            problem.toBuilder().object(key).build(), locator.place(node, problem.path()));
      }
    }
    checkEndpoints(kind.endpoints().applyAsLong(value), node, problems);
    if (problems.hasErrors()) {
      collector.addInactive(InactiveObjectReader.refused(kind, key, node));
    } else {
      places.put(key, place);
      collected.add(value);
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

  private void checkDuplicate(
      Kind<?> kind, ConfigKey key, MappingNode node, NodeProblems problems) {
    if (kind.scope() == Kind.Scope.MESH) {
      if (!meshWide.add(kind.name())) {
        problems.warning(
            ProblemCode.DUPLICATE_OBJECT,
            "kind",
            new NodeLocator().find(node, "kind"),
            "replaces an earlier one (expected: one " + kind.name() + ")");
      }
    } else if (places.containsKey(key)) {
      problems.error(
          ProblemCode.DUPLICATE_OBJECT,
          "metadata.name",
          new NodeLocator().find(node, "metadata.name"),
          "also defined before, which counts (expected: one object of a name)");
    }
  }
}
