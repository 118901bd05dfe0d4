namespace Cradle.Allocation.Matching.Reasons;

/// <summary>What decided that an applicant has no place.</summary>
public enum ReasonCause
{
    /// <summary>All places went to others earlier in the order.</summary>
    Order,

    /// <summary>The institution does not take the applicant.</summary>
    NotListed,

    /// <summary>A reserve decided: somebody later in the order has a place kept for a group.</summary>
    Reserve,

    /// <summary>A quota decided: a place stays free that only members of a group may have.</summary>
    Quota,

    /// <summary>One of the group alone would have had a place, and the group needed more together; somebody later in the order or nobody has them.</summary>
    Group,
}
