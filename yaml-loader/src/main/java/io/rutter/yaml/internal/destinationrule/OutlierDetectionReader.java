// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link OutlierDetection} (Istio: {@code OutlierDetection}). */
public final class OutlierDetectionReader {
  private OutlierDetectionReader() {}

  /** Reads the fields of the object. */
  public static OutlierDetection read(ObjectNode in) {
    OutlierDetection.Builder outlierDetection = OutlierDetection.builder();
    outlierDetection.splitExternalLocalOriginErrors(in.bool("splitExternalLocalOriginErrors"));
    in.uint32Value("consecutiveLocalOriginFailures")
        .ifPresent(outlierDetection::consecutiveLocalOriginFailures);
    in.uint32Value("consecutiveGatewayErrors")
        .ifPresent(outlierDetection::consecutiveGatewayErrors);
    in.uint32Value("consecutive5xxErrors").ifPresent(outlierDetection::consecutive5xxErrors);
    in.duration("interval").ifPresent(outlierDetection::interval);
    in.duration("baseEjectionTime").ifPresent(outlierDetection::baseEjectionTime);
    in.int32("maxEjectionPercent").ifPresent(outlierDetection::maxEjectionPercent);
    in.int32("minHealthPercent").ifPresent(outlierDetection::minHealthPercent);
    outlierDetection.outlierDetectionHttpErrorCodes(in.integers("outlierDetectionHttpErrorCodes"));
    in.int32("consecutiveErrors")
        .ifPresent(
            unused ->
                in.ignore(
                    "deprecated; istiod warns and uses it for nothing, consecutiveGatewayErrors and consecutive5xxErrors took its place",
                    "consecutiveErrors"));
    return outlierDetection.build();
  }
}
