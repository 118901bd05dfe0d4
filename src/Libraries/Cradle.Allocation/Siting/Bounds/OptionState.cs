namespace Cradle.Allocation.Siting.Bounds;

/// <summary>What has been decided about an option so far.</summary>
internal enum OptionState : byte
{
    Free,
    Open,
    Closed,
}
