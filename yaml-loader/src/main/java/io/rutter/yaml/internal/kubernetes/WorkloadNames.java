// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of what made a pod: a Deployment, an Argo Rollout, a CronJob and so on, as far as the
 * pod's owner and labels tell. A pod whose name was not generated stands for itself.
 */
final class WorkloadNames {
  private static final Pattern CRON_JOB = Pattern.compile("(.+)-\\d{8,10}");

  private WorkloadNames() {}

  private record Owner(String kind, String name, boolean controller) {}

  /** Reads the name from a pod's metadata. */
  static String read(ObjectNode metadata) {
    String podName = metadata.string("name").orElse("");
    var owners = metadata.objects("ownerReferences", WorkloadNames::owner);
    if (metadata.string("generateName").isEmpty()) {
      return podName;
    }
    ImmutableMap<String, String> labels = metadata.stringMap("labels");
    Optional<Owner> controller = owners.stream().filter(Owner::controller).findFirst();
    return controller
        .map(owner -> name(owner, labels))
        .filter(name -> !name.isEmpty())
        .orElse(podName);
  }

  private static Owner owner(ObjectNode in) {
    in.acceptOthers();
    return new Owner(
        in.string("kind").orElse(""), in.string("name").orElse(""), in.bool("controller"));
  }

  private static String name(Owner owner, ImmutableMap<String, String> labels) {
    return switch (owner.kind()) {
      case "ReplicaSet" ->
          withoutHash(owner.name(), labels.getOrDefault("pod-template-hash", ""))
              .or(
                  () ->
                      withoutHash(
                          owner.name(), labels.getOrDefault("rollouts-pod-template-hash", "")))
              .orElse(owner.name());
      case "ReplicationController" -> {
        String config = labels.getOrDefault("deploymentconfig", "");
        yield config.isEmpty() ? owner.name() : config;
      }
      case "Job" -> {
        Matcher cronJob = CRON_JOB.matcher(owner.name());
        yield cronJob.matches() ? cronJob.group(1) : owner.name();
      }
      default -> owner.name();
    };
  }

  private static Optional<String> withoutHash(String name, String hash) {
    if (hash.isEmpty() || !name.endsWith(hash)) {
      return Optional.empty();
    }
    String suffix = "-" + hash;
    return Optional.of(
        name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name);
  }
}
