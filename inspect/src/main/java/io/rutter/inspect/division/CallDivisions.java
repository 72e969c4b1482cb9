// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.division;

import io.rutter.inspect.internal.division.DivisionsJson;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.CompiledMesh;

/**
 * Where all calls of a mesh go, worked out before anybody asks: for each client, host and port the
 * rules in the order in which Envoy tries them, each with its conditions and with what {@link
 * io.rutter.inspect.Simulator} says of a call that meets it. Pages and editors answer "where does
 * this request go" with it, without Java.
 *
 * <p>The JSON has three lists; entries name each other by their position.
 *
 * <ul>
 *   <li>{@code clients}: proxies for which the same holds ({@code proxies}, sorted), their {@code
 *       type}, and their {@code calls}: {@code host}, {@code port}, {@code scheme} ({@code http},
 *       {@code https}, {@code tls}, {@code tcp}) and the {@code division}.
 *   <li>{@code divisions}: {@code rules} with a condition ({@code if}), the same in {@code words}
 *       and an {@code answer}, which is absent if no call was found that only this rule takes; the
 *       answer {@code otherwise}, if a call can meet none of them; {@code policies}, if policies
 *       decide who may call. The first rule counts whose condition holds.
 *   <li>{@code answers}: {@code lines} for people; {@code to}, the same as a key to compare; an
 *       {@code example}; {@code origins}, the objects and rules behind it with their positions.
 * </ul>
 *
 * <p>A condition is {@code true}, {@code false}, {@code {"all": [...]}}, {@code {"any": [...]}},
 * {@code {"not": ...}}, {@code {"unknown": true}}, or a test: of what ({@code of}: {@code path},
 * {@code method}, {@code header}, {@code query}, {@code token}, {@code claim}, {@code claim_list},
 * {@code peer}, {@code source}, {@code remote}; {@code name}), how ({@code is}: {@code present},
 * {@code exact}, {@code prefix}, {@code separated_prefix}, {@code suffix}, {@code contains}, {@code
 * regex}, {@code regex_part}, {@code range}, {@code block}), {@code text}, {@code ignoreCase}, and
 * {@code missingIsEmpty}. {@code plain} marks an expression that means the same in ECMAScript.
 */
public final class CallDivisions {
  private CallDivisions() {}

  /**
   * The divisions of calls that leave the pods of sidecars and of those that come to gateways. The
   * same mesh gives the same text.
   *
   * @param sources where objects are, for origins
   */
  public static String json(CompiledMesh mesh, SourceMap sources) {
    return DivisionsJson.of(mesh, sources);
  }
}
