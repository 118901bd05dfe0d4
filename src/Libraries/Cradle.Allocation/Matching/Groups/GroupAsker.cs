namespace Cradle.Allocation.Matching.Groups;

/// <summary>A group that asks for places at an institution: its position there, and which of its preferences that is.</summary>
internal readonly record struct GroupAsker(int Position, int Leader, int Choice);
