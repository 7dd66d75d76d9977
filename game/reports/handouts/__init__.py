"""Papers for a lesson: for pupils, who may know their own side's secrets alone, and for the teacher."""
