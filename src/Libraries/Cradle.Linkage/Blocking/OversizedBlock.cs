namespace Cradle.Linkage.Blocking;

/// <summary>A block that was too large to compare all its pairs, and what became of it.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Records">Records in the block.</param>
/// <param name="Parts">Into how many blocks it was split by further fields.</param>
/// <param name="PairsLeftOut">Pairs not compared in this pass beyond those that differ in the further fields.</param>
public sealed record OversizedBlock(string Pass, int Records, int Parts, long PairsLeftOut);
