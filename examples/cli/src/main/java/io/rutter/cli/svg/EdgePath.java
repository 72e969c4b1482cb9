// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.graph.ElkEdgeSection;

/** The line of an edge, with round corners. */
final class EdgePath {
  private static final double ROUND = 6;

  private EdgePath() {}

  private record Point(double x, double y) {
    double to(Point other) {
      return Math.hypot(other.x - x, other.y - y);
    }

    /** A point on the way to another. */
    Point towards(Point other, double distance) {
      double whole = to(other);
      return whole == 0
          ? this
          : new Point(x + (other.x - x) * distance / whole, y + (other.y - y) * distance / whole);
    }

    @Override
    public String toString() {
      return GraphSvg.number(x) + " " + GraphSvg.number(y);
    }
  }

  /** The data of a path. */
  static String of(ElkEdgeSection section) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    StringBuilder path = new StringBuilder("M").append(points.get(0));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      Point before = points.get(i - 1);
      Point after = points.get(i + 1);
      double round = Math.min(ROUND, Math.min(corner.to(before), corner.to(after)) / 2);
      path.append("L").append(corner.towards(before, round));
      path.append("Q").append(corner).append(" ").append(corner.towards(after, round));
    }
    return path.append("L").append(points.get(points.size() - 1)).toString();
  }
}
