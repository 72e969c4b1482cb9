// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.protobuf.Message;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** All proxies of a mesh with what each of them has, and changes brought to all of them. */
final class PushedProxies {
  private CompiledMesh mesh;
  private final List<XdsResources> known = new ArrayList<>();

  /** Translates the mesh for each of its proxies, to bytes. */
  PushedProxies(ValidatedSnapshot validated) {
    mesh = Translator.create().compile(validated);
    for (Proxy proxy : validated.snapshot().proxies()) {
      XdsResources resources = mesh.translate(proxy);
      Translations.bytes(resources);
      known.add(resources);
    }
  }

  /** A change to and fro. */
  Push pushOf(PushedChange change) {
    MeshSnapshot one = mesh.snapshot();
    return new Push(change.other(one), one);
  }

  /** Brings a change to all proxies; the next run takes it back. */
  final class Push implements ProcessorTime.Run {
    private MeshSnapshot next;
    private MeshSnapshot last;

    private Push(MeshSnapshot next, MeshSnapshot last) {
      this.next = next;
      this.last = last;
    }

    @Override
    public long run() {
      long bytes = push(next);
      MeshSnapshot now = next;
      next = last;
      last = now;
      return bytes;
    }
  }

  private long push(MeshSnapshot next) {
    mesh = mesh.with(next);
    long bytes = 0;
    for (int i = 0; i < known.size(); i++) {
      XdsResources before = known.get(i);
      XdsUpdate update = mesh.translate(before.proxy(), before);
      for (Map.Entry<ResourceKind, ResourceChanges> kind : update.changes().entrySet()) {
        bytes += bytes(kind.getKey(), kind.getValue(), update.resources());
      }
      known.set(i, update.resources());
    }
    return bytes;
  }

  /** The bytes of what is new or different, as a server would send them. */
  private static long bytes(ResourceKind kind, ResourceChanges changes, XdsResources resources) {
    if (changes.added().isEmpty() && changes.changed().isEmpty()) {
      return 0;
    }
    ImmutableList<? extends Message> messages = kind.of(resources);
    List<String> names = Lists.transform(messages, kind::nameOf);
    long bytes = 0;
    for (List<String> sent : List.of(changes.added().asList(), changes.changed().asList())) {
      for (String name : sent) {
        int place = Collections.binarySearch(names, name);
        bytes += resources.serialized(kind).get(place).getValue().size();
      }
    }
    return bytes;
  }
}
