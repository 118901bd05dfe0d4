using Cradle.Platform.Web;

namespace Cradle.Governance.Meetings;

/// <summary>What kinds of bodies are called.</summary>
public static class MeetingWords
{
    public static Words Of(BodyKind kind) => kind == BodyKind.LeadingGroup ? new("领导小组", "Leading group") : new("联席会议", "Joint conference");
}
