namespace Cradle.Platform.Audit;

/// <summary>The end of the chain: one row, locked by whoever appends until that transaction ends.</summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; init; }

    public byte[] Hash { get; set; } = AuditChain.Beginning;
}
