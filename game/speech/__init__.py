"""What people type: the gate that every outside text passes."""
