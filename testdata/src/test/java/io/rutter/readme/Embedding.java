// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.output.ProtoJson;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.nio.file.Path;

class Embedding {
  public static void main(String[] args) {
    LoadResult input = YamlLoader.create().load(Path.of(args[0]));
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    for (Proxy proxy : input.snapshot().proxies()) {
      mesh.translate(proxy).clusters().forEach(c -> System.out.println(ProtoJson.print(c)));
    }
    input.problems().forEach(System.err::println);
  }
}
