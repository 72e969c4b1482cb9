// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.Simulator;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import java.util.List;
import java.util.Optional;

/** Calls to all that random meshes have, and whether two meshes send them the same way. */
final class SimulatedCalls {
  private static final ImmutableList<Call> CALLS = calls();

  private SimulatedCalls() {}

  private static ImmutableList<Call> calls() {
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    for (String path : List.of("/", "/a/b", "/a/1", "/A", "/login", "/q?q=v1")) {
      for (String header : List.of("x-none", "x-user", "x-b")) {
        for (String method : List.of("GET", "POST")) {
          Call call = Call.builder().path(path).method(method).header(header, "v1").build();
          for (String host : List.of("a.example.com", "b.example.com", "other.org")) {
            calls.add(call.toBuilder().mode(CallMode.GATEWAY).port(8080).host(host).build());
          }
          for (String host : List.of("reviews", "ratings", "details.other")) {
            calls.add(
                call.toBuilder().mode(CallMode.OUTBOUND).port(9080).host(host + ":9080").build());
            calls.add(call.toBuilder().mode(CallMode.OUTBOUND).port(80).host(host).build());
          }
        }
      }
    }
    return calls.build();
  }

  /** A call that takes another route in the changed mesh. */
  static Optional<String> differing(MeshSnapshot mesh, MeshSnapshot changed) {
    CompiledMesh before = Translator.create().compile(mesh);
    CompiledMesh after = Translator.create().compile(changed);
    for (Proxy proxy : mesh.proxies()) {
      Simulator one = Simulator.of(before.translate(proxy));
      Simulator other = Simulator.of(after.translate(proxy));
      for (Call call : CALLS) {
        if (!other.call(call).routeMessage().equals(one.call(call).routeMessage())) {
          return Optional.of(proxy.name() + ": " + call);
        }
      }
    }
    return Optional.empty();
  }
}
